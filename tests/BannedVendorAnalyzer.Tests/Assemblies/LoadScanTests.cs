using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Assemblies;

public sealed class LoadScanTests
{
    private static readonly Lazy<ManagedAssembly> _tests = new(() => ManagedAssemblyReader.Read(new ByteArraySource(File.ReadAllBytes(typeof(LoadScanTests).Assembly.Location)), host => host.EndsWith(".example", StringComparison.Ordinal))!);

    [Theory]
    [InlineData("Direct", "NativeLibrary direct.dll")]
    [InlineData("Attempt", "NativeLibrary attempt.so")]
    [InlineData("Joined", "NativeLibrary /native/after.dll", "NativeLibrary before", "NativeLibrary joined.dll")]
    [InlineData("InFolder", "NativeLibrary runtimes/in-folder.dll")]
    [InlineData("InManyFolders", "NativeLibrary a/b/c/in-many.dll")]
    [InlineData("EitherWay", "NativeLibrary either-linux.so", "NativeLibrary either-windows.dll")]
    [InlineData("BySwitch", "NativeLibrary switch-one.so", "NativeLibrary switch-other.dylib", "NativeLibrary switch-zero.dll")]
    [InlineData("Interpolated", "NativeLibrary /interpolated.dll", "NativeLibrary literal-")]
    [InlineData("Built", "NativeLibrary built", "NativeLibrary grown.dll")]
    [InlineData("FromField", "NativeLibrary field-constant.dll")]
    [InlineData("Function", "EntryPoint address_of_function", "EntryPoint exported_function")]
    [InlineData("OfSystem", "NativeLibrary of-linux.so", "NativeLibrary of-windows.dll")]
    [InlineData("Managed", "Assembly managed-by-name", "Assembly plugins/managed-from.dll")]
    [InlineData("Com", "ComClass 0b6bd1b0-1111-4222-8333-444455556666", "ComClass Contoso.Device.1")]
    [InlineData("NotLoaded")]
    public void Constants_AreFollowedToTheCall(string method, params string[] expected) =>
        Assert.Equal(expected, _tests.Value.Loads.Where(load => load.Place == $"{typeof(LoadSamples).FullName}.{method}").Select(load => $"{load.Kind} {load.Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void Hosts_AreThoseOfAddressesAndBareOnes()
    {
        Assert.Contains("host.of.samples.example", _tests.Value.Hosts);
        Assert.Contains("bare.host.example", _tests.Value.Hosts);
        Assert.All(_tests.Value.Hosts, host => Assert.EndsWith(".example", host, StringComparison.Ordinal));
    }

    [Fact]
    public void Imports_SayWhereTheyStand() =>
        Assert.Contains(new NativeBinding("libdl.so.2", "dlopen", $"{typeof(LoadSamples).FullName}.OpenLibrary"), _tests.Value.NativeBindings);

    [Fact]
    public void CompiledAssembly_HasNoProblem() => Assert.Empty(_tests.Value.Problems);
}
