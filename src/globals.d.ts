/** The program’s version, put in by the build. */
declare const EBB_VERSION: string
