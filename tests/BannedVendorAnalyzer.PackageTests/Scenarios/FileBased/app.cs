#!/usr/bin/env dotnet
#:property PublishAot=false
#:package Kaspersky.CaptchaMixer@1.0.0
System.Console.WriteLine("first");
