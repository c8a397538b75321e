using System.Security.Cryptography;
using System.Text;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Inspection.Cache;

/// <summary>
/// Keeps snapshots in a file below <c>obj</c>. A snapshot is believed only for the assets file of the same SHA-256 and the same build of
/// our own assemblies, which holds the rules; a file that is damaged or cut short is as good as none. The tool does not use it.
/// </summary>
public static class EvidenceCache
{
    public const string FileName = "banned-vendors.cache";

    private const int MostBytes = 64 * 1024 * 1024;
    private const int HashBytes = 32;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("BVA evidence 2\n");

    /// <param name="key">What the snapshot must have been taken of: see <see cref="Key"/>.</param>
    public static EvidenceSnapshot? Read(string path, byte[] key)
    {
        var (bytes, _) = BoundedFile.Read(path, "cache", MostBytes);
        if (bytes is null || !IsWhole(bytes, key)) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length + HashBytes, bytes.Length - Magic.Length - 2 * HashBytes));
            return ReadSnapshot(reader);
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Not being able to write costs only time.</summary>
    public static void Write(string path, byte[] key, EvidenceSnapshot snapshot) => Replace(path, Serialise(key, snapshot));

    /// <summary>Written beside and then put in place, so that nobody reads half of it.</summary>
    internal static void Replace(string path, byte[] bytes)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            if (File.Exists(path)) File.Replace(temporary, path, null);
            else File.Move(temporary, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Delete(temporary);
        }
    }

    /// <summary>SHA-256 over the assets file, the policy, which may have vendors of its own, and the identities of our assemblies: of the one that holds the rules, and of the one that reads.</summary>
    /// <param name="policy">Its files as they are, in order.</param>
    public static byte[] Key(byte[] assets, IEnumerable<byte[]> policy)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(EvidenceItem).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(EvidenceCache).Module.ModuleVersionId.ToByteArray());
        foreach (var file in policy)
        {
            hash.AppendData(BitConverter.GetBytes(file.Length));
            hash.AppendData(file);
        }

        hash.AppendData(assets);
        return hash.GetHashAndReset();
    }

    private static bool IsWhole(byte[] bytes, byte[] key)
    {
        if (bytes.Length < Magic.Length + 2 * HashBytes || !Equal(bytes, 0, Magic) || !Equal(bytes, Magic.Length, key)) return false;
        using var sha = SHA256.Create();
        return Equal(bytes, bytes.Length - HashBytes, sha.ComputeHash(bytes, 0, bytes.Length - HashBytes));
    }

    private static bool Equal(byte[] bytes, int offset, byte[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
            if (bytes[offset + i] != expected[i]) return false;
        return true;
    }

    private static byte[] Serialise(byte[] key, EvidenceSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(key);
        WriteSnapshot(writer, snapshot);
        writer.Flush();
        using var sha = SHA256.Create();
        writer.Write(sha.ComputeHash(stream.GetBuffer(), 0, (int)stream.Length));
        writer.Flush();
        return stream.ToArray();
    }

    private static void WriteSnapshot(BinaryWriter writer, EvidenceSnapshot snapshot)
    {
        writer.Write(snapshot.ProjectPath);
        writer.Write(snapshot.Framework);
        writer.Write(snapshot.LibraryKeys.Count);
        foreach (var key in snapshot.LibraryKeys) writer.Write(key);
        writer.Write(snapshot.Witnesses.Count);
        foreach (var witness in snapshot.Witnesses) WriteWitness(writer, witness);

        writer.Write(snapshot.Relevant.Count);
        foreach (var inspection in snapshot.Relevant) WritePackage(writer, inspection.Component);
        writer.Write(snapshot.Loose.Count);
        foreach (var inspection in snapshot.Loose.Values) WriteLoose(writer, inspection);
    }

    private static void WriteLoose(BinaryWriter writer, LooseInspection inspection)
    {
        writer.Write(inspection.Item.Type);
        writer.Write(inspection.Item.Include);
        WriteOptional(writer, inspection.Item.Path);
        WriteOptional(writer, inspection.Item.ComClass);
        writer.Write(inspection.Witness is not null);
        if (inspection.Witness is { } witness) WriteWitness(writer, witness);
        WriteEvidence(writer, inspection.Evidence);
    }

    private static void WritePackage(BinaryWriter writer, PackageComponent package)
    {
        writer.Write(package.Id);
        writer.Write(package.Version);
        WriteEvidence(writer, package.Evidence);
    }

    private static void WriteEvidence(BinaryWriter writer, IReadOnlyList<EvidenceItem> items)
    {
        writer.Write(items.Count);
        foreach (var evidence in items)
        {
            writer.Write((byte)evidence.Kind);
            writer.Write(evidence.Value);
            WriteOptional(writer, evidence.File);
            writer.Write(evidence.Count);
            WriteOptional(writer, evidence.Detail);
        }
    }

    private static void WriteWitness(BinaryWriter writer, FileWitness witness)
    {
        writer.Write(witness.Path);
        writer.Write(witness.Length);
        writer.Write(witness.LastWrite);
    }

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static EvidenceSnapshot ReadSnapshot(BinaryReader reader)
    {
        var project = reader.ReadString();
        var framework = reader.ReadString();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var count = reader.ReadInt32(); count > 0; count--) keys.Add(reader.ReadString());
        var witnesses = new List<FileWitness>();
        for (var count = reader.ReadInt32(); count > 0; count--) witnesses.Add(ReadWitness(reader));
        var relevant = new List<PackageInspection>();
        for (var count = reader.ReadInt32(); count > 0; count--) relevant.Add(new PackageInspection(ReadPackage(reader), [], [], ScanSize.None, []));
        var loose = new Dictionary<LooseItem, LooseInspection>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var inspection = ReadLoose(reader);
            loose[inspection.Item] = inspection;
        }

        return new EvidenceSnapshot(project, framework, keys, witnesses, relevant, loose);
    }

    private static LooseInspection ReadLoose(BinaryReader reader)
    {
        var item = new LooseItem(reader.ReadString(), reader.ReadString(), ReadOptional(reader), ReadOptional(reader));
        FileWitness? witness = reader.ReadBoolean() ? ReadWitness(reader) : null;
        return new LooseInspection(item, ReadEvidence(reader), [], [], witness, ScanSize.None);
    }

    private static FileWitness ReadWitness(BinaryReader reader) => new(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static PackageComponent ReadPackage(BinaryReader reader)
    {
        var (id, version) = (reader.ReadString(), reader.ReadString());
        return new PackageComponent(id, version, ReadEvidence(reader));
    }

    private static List<EvidenceItem> ReadEvidence(BinaryReader reader)
    {
        var evidence = new List<EvidenceItem>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            evidence.Add(new EvidenceItem((EvidenceKind)reader.ReadByte(), reader.ReadString(), ReadOptional(reader), reader.ReadInt32(), ReadOptional(reader)));
        return evidence;
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays behind in obj; nobody reads a temporary file.
        }
    }
}
