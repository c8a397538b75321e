#:property PublishAot=false
#:package Contoso.Plain@1.0.0
System.Console.WriteLine("clean");
