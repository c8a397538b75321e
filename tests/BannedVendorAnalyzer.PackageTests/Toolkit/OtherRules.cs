using System.IO.Compression;
using System.Text;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>A later version of the gate that differs in its rules alone. They lie in the assembly as plain text, so one text is put in the place of another.</summary>
internal static class OtherRules
{
    public static void Write(string feed, string version, string later, string old, string by) => PackageBuilder.Put(feed, $"BannedVendorAnalyzer.{later}.nupkg", to =>
    {
        using var from = ZipFile.OpenRead(Path.Combine(feed, $"BannedVendorAnalyzer.{version}.nupkg"));
        foreach (var entry in from.Entries)
        {
            using var source = entry.Open();
            using var content = new MemoryStream();
            source.CopyTo(content);
            var bytes = content.ToArray();
            if (entry.Name == "BannedVendorAnalyzer.nuspec") bytes = Replace(bytes, $"<version>{version}</version>", $"<version>{later}</version>");
            if (entry.Name == "BannedVendorAnalyzer.Core.dll") bytes = Replace(bytes, old, by);
            using var target = to.CreateEntry(entry.FullName).Open();
            target.Write(bytes);
        }
    });

    /// <summary>Byte for byte, also in a binary: Latin-1 keeps every byte as one character.</summary>
    private static byte[] Replace(byte[] bytes, string old, string by)
    {
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(old, by, StringComparison.Ordinal));
    }
}
