using System.Security.Cryptography;

namespace BannedVendorAnalyzer.Inspection;

/// <summary>Hashes as the files that name them write them: SHA-256 in lower-case hexadecimal, SHA-512 in base64.</summary>
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
        using var sha = SHA256.Create();
        return Hash(path, sha) is { } hash ? Hexadecimal.Of(hash) : null;
    }

    /// <returns>Null where the file cannot be read.</returns>
    public static string? Sha512(string path)
    {
        using var sha = SHA512.Create();
        return Hash(path, sha) is { } hash ? Convert.ToBase64String(hash) : null;
    }

    private static byte[]? Hash(string path, HashAlgorithm algorithm)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return algorithm.ComputeHash(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
