using System.Security.Cryptography;

namespace BannedVendorAnalyzer.Inspection;

/// <summary>SHA-256 in lower-case hexadecimal.</summary>
public static class FileHash
{
    public static string Sha256(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return Hexadecimal.Of(sha.ComputeHash(bytes));
    }

    /// <returns>Null where the file cannot be read.</returns>
    public static string? Sha256(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var sha = SHA256.Create();
            return Hexadecimal.Of(sha.ComputeHash(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
