namespace Review;

internal static class Calls
{
    private const string Endpoint = "https://api.contoso.example/v1";
}
