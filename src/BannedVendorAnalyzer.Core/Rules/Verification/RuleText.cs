using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>A text as it stands in a rules file, whatever is wrong with the rest of it.</summary>
/// <param name="Member">The members that lead to it, without places in arrays: <c>provisions.why</c>.</param>
/// <param name="Object">Byte offset of the object that it stands in.</param>
internal sealed record RuleText(RuleFile File, string Member, string Value, int Offset, int Object)
{
    public Diagnostics.FileProblem Problem(string message) => Diagnostics.FileProblem.At(File.Path, File.Utf8, Offset, message);

    /// <summary>Every text of the file; of a file that is not JSON those before its fault, which the reader tells.</summary>
    public static List<RuleText> Of(RuleFile file)
    {
        var texts = new List<RuleText>();
        var json = new JsonCursor(file.Utf8);
        try
        {
            Add(json, file, "", 0, texts);
        }
        catch (JsonFormatException)
        {
            return texts;
        }

        return texts;
    }

    private static void Add(JsonCursor json, RuleFile file, string member, int owner, List<RuleText> texts)
    {
        var offset = json.Offset;
        switch (json.Kind)
        {
            case JsonKind.Object:
                json.EnterObject();
                while (json.NextMember()) Add(json, file, member.Length == 0 ? json.Name : $"{member}.{json.Name}", offset, texts);
                break;
            case JsonKind.Array:
                json.EnterArray();
                while (json.NextItem()) Add(json, file, member, owner, texts);
                break;
            case JsonKind.String:
                texts.Add(new RuleText(file, member, json.ReadString(), offset, owner));
                break;
            default:
                json.Skip();
                break;
        }
    }
}
