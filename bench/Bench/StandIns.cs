using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;

namespace BannedVendorAnalyzer.Bench;

/// <summary>A feed of small packages, each with an assembly of its own; each depends on the two behind it, so that the graph is deep.</summary>
internal static class StandIns
{
    public static string Id(int number) => $"Contoso.Library{number:000}";

    /// <summary>A stand-in that carries a file under the name of a vendor's library.</summary>
    public const string Prohibited = "Contoso.Scan";

    public static void Write(string feed, int count)
    {
        using (var package = ZipFile.Open(Path.Combine(feed, $"{Prohibited}.1.0.0.nupkg"), ZipArchiveMode.Create))
        {
            using (var nuspec = new StreamWriter(package.CreateEntry($"{Prohibited}.nuspec").Open())) nuspec.Write(Nuspec(Prohibited, []));
            package.CreateEntry("runtimes/linux-x64/native/libkavsdk.so").Open().Dispose();
        }

        for (var number = 0; number < count; number++)
        {
            using var package = ZipFile.Open(Path.Combine(feed, $"{Id(number)}.1.0.0.nupkg"), ZipArchiveMode.Create);
            using (var nuspec = new StreamWriter(package.CreateEntry($"{Id(number)}.nuspec").Open())) nuspec.Write(Nuspec(Id(number), Enumerable.Range(number + 1, 2).Where(next => next < count).Select(Id)));
            using var assembly = package.CreateEntry($"lib/net10.0/{Id(number)}.dll").Open();
            WriteAssembly(Id(number), assembly);
        }
    }

    public static string Nuspec(string id, IEnumerable<string> dependencies) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{id}</id><version>1.0.0</version><authors>Contoso</authors><description>Made for a measurement.</description>
            <repository type="git" url="https://example.org/contoso/libraries" />
            <dependencies><group targetFramework="net10.0">{string.Concat(dependencies.Select(next => $"<dependency id=\"{next}\" version=\"1.0.0\" />"))}</group></dependencies>
          </metadata>
        </package>
        """;

    private static void WriteAssembly(string name, Stream stream)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        assembly.DefineDynamicModule(name).DefineType($"{name}.Type", TypeAttributes.Public).CreateType();
        using var copy = new MemoryStream();
        assembly.Save(copy);
        copy.WriteTo(stream);
    }
}
