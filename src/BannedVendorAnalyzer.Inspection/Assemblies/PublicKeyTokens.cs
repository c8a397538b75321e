using System.Security.Cryptography;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

internal static class PublicKeyTokens
{
    private const int TokenBytes = 8;

    /// <summary>The low 8 bytes of the SHA-1 of the key, last byte first (ECMA-335 II.6.3).</summary>
    /// <returns>16 lower-case hexadecimal digits; null without a key.</returns>
    public static string? OfKey(byte[] key)
    {
        if (key.Length == 0) return null;
#pragma warning disable CA5350 // Do not use weak cryptographic algorithms: the format names this one.
        using var sha1 = SHA1.Create();
#pragma warning restore CA5350
        var hash = sha1.ComputeHash(key);
        return Hexadecimal.Of([.. hash.Reverse().Take(TokenBytes)]);
    }

    /// <summary>References hold the token itself unless their flags say that it is the key (II.22.5).</summary>
    public static string? OfReference(byte[] keyOrToken, bool isKey) =>
        isKey ? OfKey(keyOrToken) : keyOrToken.Length == TokenBytes ? Hexadecimal.Of(keyOrToken) : null;
}
