namespace BannedVendorAnalyzer.Rules;

/// <summary>
/// The one place that says when two names are the same: every value, of a rule or observed, is brought into the form of its kind
/// and then compared whole and ordinally. No score, substring or pattern decides.
/// </summary>
public static class NameMatcher
{
    private const string AppleExtension = ".dylib";
    private static readonly string[] NativeExtensions = [".dll", AppleExtension, ".exe", ".drv"];

    /// <summary>NuGet ids, gallery accounts and assembly names: case does not count.</summary>
    public static string Identifier(string value) => value.Trim().ToLowerInvariant();

    /// <summary>
    /// A native module or file name: last path part, without <c>lib</c> in front (unless fewer than 3 letters remain, so that <c>libc</c> stays)
    /// and without <c>.dll</c>, <c>.so[.N]</c>, <c>[.N].dylib</c>, <c>.exe</c> or <c>.drv</c>. Dots and spaces at the end do not count, as Windows has it.
    /// More than one extension is dropped, since loaders add one to a name that has one: <c>x.dll.so</c> is what Linux loads for <c>x.dll</c>.
    /// What follows a comma is an assembly: <c>DllImport("x.dll, Assembly, Version=1.0.0.0")</c>.
    /// </summary>
    public static string NativeLibrary(string pathOrModule)
    {
        var name = FileName(pathOrModule);
        if (name.IndexOf(',') is >= 0 and var comma) name = FileName(name.Substring(0, comma));
        for (var shorter = WithoutExtension(name); shorter.Length < name.Length; shorter = WithoutExtension(name)) name = shorter;
        return name.StartsWith("lib", StringComparison.Ordinal) && name.Length >= 6 ? name.Substring(3) : name;
    }

    /// <summary>The last part of a path or module, with its extension. Dots and spaces at the end do not count, as Windows has it.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).Trim().TrimEnd('.', ' ').ToLowerInvariant();

    /// <summary>An organisation: letters folded, legal forms, punctuation and spaces dropped wherever they stand.</summary>
    public static string Organisation(string name) => OrganisationName.Normalise(name);

    /// <summary>A number of a register of companies: letters and digits only.</summary>
    public static string RegistrationNumber(string value) => new([.. value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>A host name, without scheme, user, port, path and the root's dot.</summary>
    public static string Host(string value)
    {
        var authority = WithoutScheme(value.Trim().ToLowerInvariant()).Split('/', '?', '#')[0];
        var host = authority.Substring(authority.LastIndexOf('@') + 1);
        var end = host.IndexOf(':');
        if (end >= 0) host = host.Substring(0, end);
        return host.TrimEnd('.');
    }

    /// <summary>A CLSID without braces, or a ProgID.</summary>
    public static string ComClass(string value) => Identifier(value).Trim('{', '}');

    /// <summary>A repository as <c>host/owner/name</c>, from any of the forms that nuspec files hold (https, ssh, git@).</summary>
    public static string Repository(string url)
    {
        var text = WithoutScheme(url.Trim().ToLowerInvariant());
        var user = text.IndexOf('@');
        if (user >= 0 && user < text.Length && text.IndexOf('/') is var slash && (slash < 0 || user < slash)) text = text.Substring(user + 1);
        text = text.Replace(':', '/').TrimEnd('/');
        if (text.EndsWith(".git", StringComparison.Ordinal)) text = text.Substring(0, text.Length - 4);
        return text.StartsWith("www.", StringComparison.Ordinal) ? text.Substring(4) : text;
    }

    /// <summary>The next shorter form of the first <paramref name="length"/> characters at a whole segment: <c>a.b.c</c>, <c>a.b</c>, <c>a</c>; 0 after the last.</summary>
    public static int ShorterAtSegment(string value, int length, char separator) => Math.Max(0, value.LastIndexOf(separator, length - 1));

    /// <summary>Where the host's parent begins that follows the one beginning at <paramref name="start"/>: <c>a.b.c</c>, <c>b.c</c>, <c>c</c>; the length after the last.</summary>
    public static int ParentLabel(string host, int start) => host.IndexOf('.', start) is var dot and >= 0 ? dot + 1 : host.Length;

    private static string WithoutScheme(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? text : text.Substring(scheme + 3);
    }

    private static string WithoutExtension(string name)
    {
        foreach (var extension in NativeExtensions)
        {
            if (name.Length <= extension.Length || !name.EndsWith(extension, StringComparison.Ordinal)) continue;
            var rest = name.Substring(0, name.Length - extension.Length);
            return extension == AppleExtension ? WithoutVersion(rest) : rest;
        }

        // libx.so, libx.so.6, libx.so.1.2.3; what follows ".so" must be a version.
        var so = name.LastIndexOf(".so", StringComparison.Ordinal);
        return so > 0 && name.Skip(so + 3).All(character => character == '.' || char.IsDigit(character)) ? name.Substring(0, so) : name;
    }

    /// <summary>libx.6.dylib: Apple's linker puts the version in front.</summary>
    private static string WithoutVersion(string name)
    {
        var end = name.Length;
        for (var at = end - 1; at > 0 && (char.IsDigit(name[at]) || name[at] == '.'); at--)
            if (name[at] == '.' && at < end - 1) end = at;
        return name.Substring(0, end);
    }
}
