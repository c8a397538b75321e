using BannedVendorAnalyzer.Analyzers;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>COM classes, and libraries under another name, by rules of these tests.</summary>
public sealed class OtherMarksTests
{
    private static readonly BannedVendorAnalyzer.Rules.RuleSet Marks = TestRules.Read(
        TestRules.VendorWith(
            """
            { "kind": "com-class", "value": "Acme.Device.1", "source": "s" },
            { "kind": "com-class", "value": "{0B6BD1B0-1111-4222-8333-444455556666}", "source": "s" },
            { "kind": "native-export-prefix", "value": "ACME_", "minimum": 3, "source": "s" },
            { "kind": "native-export-prefix", "value": "ACME_DEV_", "minimum": 2, "source": "s" },
            """),
        TestRules.Ban(TestRules.Provision()));

    private static readonly IReadOnlyDictionary<string, string> Buyer = new Dictionary<string, string> { ["_BannedVendorAudienceList"] = "buyer" };

    private static SourceTest CSharp => SourceTest.CSharp with { Analyzer = new SourceAnalyzer(Marks), Properties = Buyer };

    private static SourceTest VisualBasic => SourceTest.VisualBasic with { Analyzer = new SourceAnalyzer(Marks), Properties = Buyer };

    [Fact]
    public Task ComClasses_AreReportedWhereTheyAreDeclaredAndCreated() => CSharp.Expect(
        """
        using System;
        using System.Runtime.InteropServices;
        [ComImport, Guid("0b6bd1b0-1111-4222-8333-444455556666")] public class {|BVA2003:Device|} { }
        [ComImport, Guid("00000000-1111-4222-8333-444455556666")] public class Other { }
        [Guid("0b6bd1b0-1111-4222-8333-444455556666")] public class Exported { }
        public class Use
        {
            private static readonly Guid Id = new Guid("{0B6BD1B0-1111-4222-8333-444455556666}");
            private const string Name = "Acme.Device.1";
            public void Open(string name)
            {
                Type.GetTypeFromProgID({|BVA2003:Name|});
                Type.GetTypeFromProgID({|BVA2003:"Acme." + "Device.1"|}, throwOnError: true);
                Type.GetTypeFromCLSID({|BVA2003:Id|});
                Type.GetTypeFromCLSID({|BVA2003:Guid.Parse("0b6bd1b0-1111-4222-8333-444455556666")|});
                Type.GetTypeFromProgID("Acme.Device.2");
                Type.GetTypeFromProgID(name);
                Func<string, Type?> later = Type.GetTypeFromProgID;
            }
        }
        """,
        "Software of Acme is bound by type 'Device' (COM class '0b6bd1b0-1111-4222-8333-444455556666' in Cameras.cs)",
        "is bound by 'Type.GetTypeFromProgID' in 'Use.Open' (COM class 'Acme.Device.1' in Cameras.cs)");

    [Fact]
    public Task VisualBasic_CreatesObjectsByName() => VisualBasic.Expect(
        """
        Imports Microsoft.VisualBasic
        Imports System.Runtime.InteropServices
        <ComImport, Guid("0B6BD1B0-1111-4222-8333-444455556666")>
        Public Class {|BVA2003:Device|}
        End Class
        Public Module Use
            Public Sub Open()
                Dim a = CreateObject({|BVA2003:"Acme.Device.1"|})
                Dim b = GetObject(, {|BVA2003:"Acme.Device.1"|})
                Dim c = CreateObject("Acme.Device.2")
            End Sub
        End Module
        """);

    [Fact]
    public Task FunctionsOfARenamedLibrary_AreReportedOnceAtTheFirst() => CSharp.Expect(
        """
        using System.Runtime.InteropServices;
        internal static class Native
        {
            [DllImport("renamed")] private static extern int [|ACME_DEV_Open|]();
            [DllImport("renamed", EntryPoint = "ACME_DEV_Close")] private static extern int Close();
            [DllImport("renamed")] private static extern int ACME_Init();
        }
        """,
        "(3 imported functions 'ACME_…' in Cameras.cs; 2 imported functions 'ACME_DEV_…' in Cameras.cs)",
        "To clear: remove or replace the imports");

    [Fact]
    public Task FewFunctions_AreNotReported() => CSharp.Expect(
        """
        using System.Runtime.InteropServices;
        internal static class Native
        {
            [DllImport("renamed")] private static extern int ACME_DEV_Open();
            [DllImport("renamed", EntryPoint = "ACME_DEV_Open")] private static extern int Again();
            [DllImport("acmescan")] private static extern int [|ACME_DEV_Close|]();
        }
        """);
}
