using System.Reflection.Metadata;

namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>How many values a call takes from the stack, <c>this</c> included, and whether it leaves one (ECMA-335 II.23.2.1).</summary>
internal readonly record struct CallShape(int Takes, bool Returns)
{
    private const int MostParameters = 256;
    private const byte Void = 0x01;
    private const byte RequiredModifier = 0x1F;
    private const byte OptionalModifier = 0x20;

    public static CallShape Of(MetadataReader reader, EntityHandle method) => method.Kind switch
    {
        HandleKind.MethodDefinition => Of(reader.GetBlobReader(reader.GetMethodDefinition((MethodDefinitionHandle)method).Signature)),
        HandleKind.MemberReference => Of(reader.GetBlobReader(reader.GetMemberReference((MemberReferenceHandle)method).Signature)),
        HandleKind.MethodSpecification => OfGeneric(reader, reader.GetMethodSpecification((MethodSpecificationHandle)method).Method),
        HandleKind.StandaloneSignature => Of(reader.GetBlobReader(reader.GetStandaloneSignature((StandaloneSignatureHandle)method).Signature)),
        _ => throw new BadImageFormatException(),
    };

    // A specification of a specification is not allowed; following one could go round for ever.
    private static CallShape OfGeneric(MetadataReader reader, EntityHandle method) =>
        method.Kind == HandleKind.MethodSpecification ? throw new BadImageFormatException() : Of(reader, method);

    private static CallShape Of(BlobReader signature)
    {
        var header = signature.ReadSignatureHeader();
        if (header.IsGeneric) signature.ReadCompressedInteger();
        var parameters = signature.ReadCompressedInteger();
        if (parameters > MostParameters) throw new BadImageFormatException();
        var type = signature.ReadByte();
        while (type is RequiredModifier or OptionalModifier)
        {
            signature.ReadCompressedInteger();
            type = signature.ReadByte();
        }

        return new CallShape(parameters + (header.IsInstance && !header.HasExplicitThis ? 1 : 0), type != Void);
    }
}
