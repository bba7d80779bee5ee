package io.iolaus.sharing.archive;

/// A file of an archive, as its manifest names it.
///
/// @param name with slashes between folders
/// @param bytes how many it has
/// @param sha256 of these, 64 hexadecimal digits
public record ArchiveFile(String name, long bytes, String sha256) {}
