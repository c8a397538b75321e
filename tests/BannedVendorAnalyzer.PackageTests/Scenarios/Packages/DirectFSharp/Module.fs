module Module
