namespace Microsoft.Build.Framework;

/// <summary>
/// MSBuild finds this attribute by its name and then runs the task in process under <c>-mt</c>. Our own copy, because the version that we
/// compile against does not have it; the task keeps its side by using no current directory, no environment and no static state.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
