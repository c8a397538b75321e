namespace BannedVendorAnalyzer.Rules;

/// <summary>How the user's build stands to the vendor, weakest first.</summary>
public enum Relation
{
    /// <summary>Only resembles the vendor's name.</summary>
    Name,

    /// <summary>Calls the vendor's service or device.</summary>
    Calls,

    /// <summary>Binds the vendor's library, which somebody else supplies.</summary>
    Binds,

    /// <summary>Contains the vendor's code.</summary>
    Contains,

    /// <summary>Published by the vendor.</summary>
    Published,
}

/// <summary>What is said of a component, lightest first; the overall verdict of a check is the gravest.</summary>
public enum Verdict
{
    Clear,
    Review,

    /// <summary>It could not be looked at: an error, never silence.</summary>
    Unverified,
    Prohibited,
}

/// <summary>What an authority does. The last three only inform, they never make a finding.</summary>
public enum Effect { SupplyBan, Procurement, Use, Device, Blocking, Export, Securities, Advice }

/// <summary>Whether the words of the authority say it, or somebody's reading of them does.</summary>
public enum Basis { Text, Interpretation }

/// <summary>Where a citation was read: the issuer's text or an official mirror of it, or elsewhere.</summary>
public enum Grade { Official, Secondary }

/// <summary>How a listing stands; withdrawn and superseded ones count for the dates they were in force.</summary>
public enum ListingStatus { InForce, Contested, Withdrawn, Superseded }

/// <summary>How an indicator's value is compared; see <see cref="NameMatcher"/>.</summary>
public enum IndicatorKind
{
    PackageId,
    PackageIdPrefix,
    PackageOwner,
    Signer,
    AssemblyName,
    NativeLibrary,
    NuspecAuthor,
    Repository,
    Domain,
    PublicKeyToken,
    Company,
    NativeExportPrefix,
    Sha256,
    ComClass,
}
