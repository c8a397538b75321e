namespace System.Runtime.CompilerServices;

/// <summary>netstandard2.0 lacks the type that the compiler asks for behind <c>init</c>.</summary>
internal static class IsExternalInit;
