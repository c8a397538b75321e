using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>
/// Follows constants through one method body after the other, each instruction once and in the order of the code (ECMA-335 III).
/// Where branches meet, a value can be any of theirs; jumps backwards bring nothing new to a constant and are not followed.
/// </summary>
internal sealed class BodyScan(MetadataImage image, CallTargets targets, Action<LoadKind, string> found)
{
    private const int MostArrayElements = 64;

    /// <summary>Of arrays, read in all methods of an image together: a hostile one reads its largest in every other byte.</summary>
    private const int MostElementsRead = 200_000;

    private readonly Dictionary<EntityHandle, IlValue> _fields = [];
    private readonly Dictionary<int, IlValue> _locals = [];
    private readonly Dictionary<int, List<IlValue>> _inlineArrays = [];
    private readonly IlStack _stack = new();
    private int _elementsLeft = MostElementsRead;

    [MethodImpl(CompileOnce.Well)]
    public void Run(BlobReader il)
    {
        _locals.Clear();
        _inlineArrays.Clear();
        _stack.Clear();
        while (il.RemainingBytes > 0)
        {
            _stack.Arrive(il.Offset);
            var first = il.ReadByte();
            var code = IlInstructions.IsMark(first) ? IlInstructions.OfSecond(il.ReadByte()) : IlInstructions.Of(first);
            Step(code, ref il);
            if (code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw) _stack.Leave();
        }
    }

    [MethodImpl(CompileOnce.Well)]
    private void Step(OpCode code, ref BlobReader il)
    {
        switch (code.OperandType)
        {
            case OperandType.InlineString: _stack.Push(image.UserString(il.ReadInt32() & 0xFFFFFF) is { } text ? IlValue.Of(text) : IlValue.Unknown); break;
            case OperandType.InlineMethod or OperandType.InlineSig: Call(code, Token(ref il)); break;
            case OperandType.InlineField: Field(code, Token(ref il)); break;
            case OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget: Branch(code, ref il); break;
            case OperandType.InlineSwitch: Switch(ref il); break;
            case OperandType.InlineVar: Local(code, il.ReadUInt16()); break;
            case OperandType.ShortInlineVar: Local(code, il.ReadByte()); break;
            case OperandType.InlineNone: Plain(code); break;
            default:
                il.Offset += code.OperandType switch
                {
                    OperandType.ShortInlineI => 1,
                    OperandType.InlineI8 or OperandType.InlineR => 8,
                    _ => 4,
                };
                Typed(code);
                break;
        }
    }

    private static EntityHandle Token(ref BlobReader il) => MetadataTokens.EntityHandle(il.ReadInt32());

    private void Plain(OpCode code)
    {
        var value = (ushort)code.Value;
        if (value == (ushort)OpCodes.Dup.Value)
        {
            var top = _stack.Pop();
            _stack.Push(top);
            _stack.Push(top);
        }
        else if (value == (ushort)OpCodes.Stelem_Ref.Value)
        {
            var element = _stack.Pop();
            _stack.Pop();
            if (_stack.Pop().Elements is { Count: < MostArrayElements } elements) elements.Add(element);
        }
        else if (value == (ushort)OpCodes.Ldelem_Ref.Value)
        {
            _stack.Pop();
            _stack.Push(AnyOf(_stack.Pop().Elements ?? []));
        }
        else if (value == (ushort)OpCodes.Stind_Ref.Value)
        {
            var element = _stack.Pop();
            if (_stack.Pop().Elements is { Count: < MostArrayElements } elements) elements.Add(element);
        }
        else if (value >= (ushort)OpCodes.Ldloc_0.Value && value <= (ushort)OpCodes.Ldloc_3.Value)
        {
            _stack.Push(Local(value - (ushort)OpCodes.Ldloc_0.Value));
        }
        else if (value >= (ushort)OpCodes.Stloc_0.Value && value <= (ushort)OpCodes.Stloc_3.Value)
        {
            Store(value - (ushort)OpCodes.Stloc_0.Value);
        }
        else
        {
            Other(code);
        }
    }

    /// <summary>Which element it is nobody counts: a loop reads them all.</summary>
    private IlValue AnyOf(List<IlValue> elements)
    {
        _elementsLeft -= elements.Count;
        return _elementsLeft < 0 ? IlValue.Unknown : elements.Aggregate(IlValue.Unknown, (any, element) => any.Or(element));
    }

    private void Typed(OpCode code)
    {
        if (code == OpCodes.Castclass || code == OpCodes.Isinst) return;
        if (code == OpCodes.Initobj)
        {
            _stack.Pop().Elements?.Clear();
            return;
        }

        if (code == OpCodes.Newarr)
        {
            _stack.Pop();
            _stack.Push(new IlValue([], []));
            return;
        }

        Other(code);
    }

    private void Other(OpCode code)
    {
        for (var pops = IlInstructions.Pops(code); pops > 0; pops--) _stack.Pop();
        for (var pushes = IlInstructions.Pushes(code); pushes > 0; pushes--) _stack.Push(IlValue.Unknown);
    }

    private void Local(OpCode code, int index)
    {
        if (code == OpCodes.Ldloc || code == OpCodes.Ldloc_S) _stack.Push(Local(index));
        else if (code == OpCodes.Stloc || code == OpCodes.Stloc_S) Store(index);
        else if (code == OpCodes.Ldloca || code == OpCodes.Ldloca_S) _stack.Push(new IlValue([], InlineArray(index)));
        else Other(code);
    }

    private List<IlValue> InlineArray(int index)
    {
        if (!_inlineArrays.TryGetValue(index, out var elements)) _inlineArrays.Add(index, elements = []);
        return elements;
    }

    private IlValue Local(int index) => _locals.TryGetValue(index, out var value) ? value : IlValue.Unknown;

    // Whatever a local was set to on any way here it can still be.
    private void Store(int index) => _locals[index] = Local(index).Or(_stack.Pop());

    private void Field(OpCode code, EntityHandle field)
    {
        var isStore = code == OpCodes.Stsfld || code == OpCodes.Stfld;
        var known = _fields.TryGetValue(field, out var value) ? value : IlValue.Unknown;
        if (isStore && _stack.Pop() is { Texts.Count: > 0 } stored) _fields[field] = known.Or(stored);
        if (code == OpCodes.Stfld || code == OpCodes.Ldfld || code == OpCodes.Ldflda) _stack.Pop();
        if (!isStore) _stack.Push(known);
    }

    private void Branch(OpCode code, ref BlobReader il)
    {
        var distance = code.OperandType == OperandType.InlineBrTarget ? il.ReadInt32() : il.ReadSByte();
        for (var pops = IlInstructions.Pops(code); pops > 0; pops--) _stack.Pop();
        _stack.Jump(il.Offset, distance);
    }

    private void Switch(ref BlobReader il)
    {
        var count = il.ReadUInt32();
        if (count > il.RemainingBytes / 4) throw new BadImageFormatException();
        _stack.Pop();
        var next = il.Offset + (int)count * 4;
        while (il.Offset < next) _stack.Jump(next, il.ReadInt32());
    }

    private void Call(OpCode code, EntityHandle method)
    {
        if (code.StackBehaviourPop != StackBehaviour.Varpop)
        {
            // ldftn, ldvirtftn, jmp: they name a method without calling it here.
            Other(code);
            return;
        }

        var shape = CallShape.Of(image.Reader, method);
        if (code == OpCodes.Calli) _stack.Pop();
        var arguments = new IlValue[code == OpCodes.Newobj ? Math.Max(0, shape.Takes - 1) : shape.Takes];
        for (var i = arguments.Length - 1; i >= 0; i--) arguments[i] = _stack.Pop();
        var effect = targets.Of(Generic(method));
        var result = IsOfInlineArray(method) && arguments.Length > 0 ? arguments[0]
            : effect is CallEffect.Begin or CallEffect.Append ? Grow(effect, arguments, isNew: code == OpCodes.Newobj)
            : Apply(effect, arguments);
        if (shape.Returns || code == OpCodes.Newobj) _stack.Push(result);
    }

    /// <summary>The method that is called with some types.</summary>
    private EntityHandle Generic(EntityHandle method) =>
        method.Kind == HandleKind.MethodSpecification ? image.Reader.GetMethodSpecification((MethodSpecificationHandle)method).Method : method;

    /// <summary>Texts that grow step by step: an interpolated one in a local, a StringBuilder as an object.</summary>
    private static IlValue Grow(CallEffect effect, IlValue[] arguments, bool isNew)
    {
        if (isNew) return new IlValue([], [.. arguments.Where(argument => argument.Texts.Count > 0)]);
        if (arguments.Length == 0 || arguments[0].Elements is not { } parts) return IlValue.Unknown;
        if (effect == CallEffect.Begin) parts.Clear();
        else if (arguments.Length > 1 && parts.Count < MostArrayElements) parts.Add(arguments[1]);
        return arguments[0];
    }

    /// <summary>How C# 13 passes many arguments: a local that is an array, whose elements are reached through methods the compiler adds.</summary>
    private bool IsOfInlineArray(EntityHandle method) =>
        method.Kind == HandleKind.MethodSpecification
        && Generic(method) is { Kind: HandleKind.MethodDefinition } definition
        && image.Text(image.Reader.GetMethodDefinition((MethodDefinitionHandle)definition).Name).StartsWith("InlineArray", StringComparison.Ordinal);

    private IlValue Apply(CallEffect effect, IlValue[] arguments)
    {
        LoadKind? loads = effect switch
        {
            CallEffect.LoadNativeLibrary => LoadKind.NativeLibrary,
            CallEffect.LoadEntryPoint => LoadKind.EntryPoint,
            CallEffect.LoadAssembly => LoadKind.Assembly,
            CallEffect.LoadComClass => LoadKind.ComClass,
            _ => null,
        };
        if (loads is { } kind)
            foreach (var text in arguments.SelectMany(argument => argument.Texts)) found(kind, text);

        IReadOnlyList<IlValue> parts = arguments.Length == 1 && arguments[0].Elements is { } elements ? elements : arguments;
        return effect switch
        {
            CallEffect.Concat or CallEffect.End => IlValue.Concat(parts),
            CallEffect.Combine => IlValue.Combine(parts),
            CallEffect.Same => parts.FirstOrDefault(part => part.Texts.Count > 0) ?? IlValue.Unknown,
            _ => IlValue.Unknown,
        };
    }
}
