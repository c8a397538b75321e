#:property PublishAot=false
#:package QuickNV.HikvisionNetSDK@1.0.1
System.Console.WriteLine();
