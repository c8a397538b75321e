using System.Reflection.Metadata;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>Custom attributes whose only argument is a text (ECMA-335 II.23.3).</summary>
internal static class AttributeTexts
{
    private const ushort Prolog = 1;
    private const byte NullText = 0xFF;

    /// <summary>Of the attribute's type, without namespace; null where it is not named.</summary>
    public static string? TypeName(MetadataImage image, CustomAttribute attribute)
    {
        var reader = image.Reader;
        var constructor = attribute.Constructor;
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        return type.Kind switch
        {
            _ when type.IsNil => null,
            HandleKind.TypeReference => image.Text(reader.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => image.Text(reader.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => null,
        };
    }

    /// <summary>Null where it is null or longer than <see cref="MetadataImage.MostNameBytes"/>.</summary>
    public static string? Value(MetadataImage image, CustomAttribute attribute)
    {
        var blob = image.Reader.GetBlobReader(attribute.Value);
        if (blob.Length < 3 || blob.ReadUInt16() != Prolog) return null;
        var start = blob;
        if (start.ReadByte() == NullText) return null;
        var length = blob.ReadCompressedInteger();
        return length > MetadataImage.MostNameBytes ? null : blob.ReadUTF8(length);
    }
}
