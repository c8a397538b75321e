using System.Reflection;

namespace BannedVendorAnalyzer.FrameworkHost;

/// <summary>Builds one project with the MSBuild engine of .NET Framework, in this process. Exit codes: 0 built, 1 failed, 2 this runtime cannot run the engine.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        try
        {
            Assembly.Load("netstandard, Version=2.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51");
        }
        catch (FileNotFoundException)
        {
            Console.Error.WriteLine("This runtime has no netstandard.dll; with Debian's mono it comes with the package mono-devel.");
            return 2;
        }

        return Engine.Build(Path.GetFullPath(arguments[0])) ? 0 : 1;
    }
}
