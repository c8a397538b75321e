namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>Brings the two spellings of a target framework together: <c>.NETStandard,Version=v2.0</c> and <c>netstandard2.0</c>.</summary>
internal static class FrameworkName
{
    private const string VersionMark = ",Version=v";

    public static string Short(string name)
    {
        var mark = name.IndexOf(VersionMark, StringComparison.OrdinalIgnoreCase);
        if (mark < 0) return name;
        var version = name.Substring(mark + VersionMark.Length).Split(',')[0];
        return name.Substring(0, mark) switch
        {
            ".NETFramework" => "net" + version.Replace(".", ""),
            ".NETStandard" => "netstandard" + version,
            ".NETCoreApp" => (version.StartsWith("1.", StringComparison.Ordinal) || version.StartsWith("2.", StringComparison.Ordinal) || version.StartsWith("3.", StringComparison.Ordinal) ? "netcoreapp" : "net") + version,
            _ => name,
        };
    }
}
