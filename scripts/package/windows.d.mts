export declare function packInstaller(
  folder: string,
  target: string,
  edition: { readonly version: string; readonly title: string },
): Promise<void>
