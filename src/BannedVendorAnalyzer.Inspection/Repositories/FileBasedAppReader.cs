using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads the packages and SDKs that a file-based app names in its <c>#:package</c> and <c>#:sdk</c> lines; what these bring in is known only to a restore.</summary>
public static class FileBasedAppReader
{
    public static FileEntries Read(string path)
    {
        var packages = FileDirectives.Of(path, "package").Select(directive => Entry(directive.Value, directive.Place));
        var sdks = FileDirectives.Of(path, "sdk").Select(directive => Entry(directive.Value, directive.Place) with { IsBuildTool = true });

        // As in a project: one without a version is none, or stands in a global.json.
        List<PackageEntry> all = [.. packages.Concat(sdks.Where(sdk => sdk.Version is not null))];
        var nameless = all.Where(entry => entry.Id.Length == 0).Select(entry => new FileProblem(path, entry.Place.Line, entry.Place.Column, "the directive names no package; add its id"));
        return new FileEntries { Packages = [.. all.Where(entry => entry.Id.Length > 0)], Problems = [.. nameless] };
    }

    private static PackageEntry Entry(string value, SourceLocation place)
    {
        var at = value.IndexOf('@');
        var version = at < 0 ? "" : value.Substring(at + 1).Trim();
        return new PackageEntry((at < 0 ? value : value.Substring(0, at)).Trim(), version.Length > 0 ? version : null, place);
    }
}
