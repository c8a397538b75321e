using System.Reflection;
using System.Reflection.Emit;

namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>Operand and effect on the stack of every instruction (ECMA-335 III), from the table that the runtime carries.</summary>
internal static class IlInstructions
{
    private const int TwoByteMark = 0xFE;

    private static readonly OpCode?[] OneByte = Table(0);
    private static readonly OpCode?[] TwoByte = Table(TwoByteMark);

    public static bool IsMark(byte first) => first == TwoByteMark;

    public static OpCode Of(byte first) => OneByte[first] ?? throw new BadImageFormatException();

    public static OpCode OfSecond(byte second) => TwoByte[second] ?? throw new BadImageFormatException();

    /// <summary>How many values an instruction takes; calls tell by their signature.</summary>
    public static int Pops(OpCode code) => code.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Varpop => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref or StackBehaviour.Popref_popi_pop1 => 3,
        _ => 2,
    };

    public static int Pushes(OpCode code) => code.StackBehaviourPush switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };

    private static OpCode?[] Table(int mark)
    {
        var table = new OpCode?[256];
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            if ((ushort)code.Value >> 8 == mark) table[code.Value & 0xFF] = code;
        }

        return table;
    }
}
