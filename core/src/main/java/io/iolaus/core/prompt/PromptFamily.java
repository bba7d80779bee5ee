package io.iolaus.core.prompt;

/// Prompts that are fills of one template, or one text that several accounts sent.
///
/// @param id stable while the skeleton is: made from the skeleton's least shingles, or from the
///   text's key
/// @param skeleton the keyed hashes of the shingles that recur, ascending; empty for a single text
/// @param prompts how many distinct sampled prompts belong to it
/// @param accounts the accounts that sent them, by number, ascending
/// @param sampled for each of these accounts, how many of its sampled prompts belong to the family
/// @param weights for each of these accounts, the exchanges with these prompts
@SuppressWarnings(
    "ArrayRecordComponent") // Columns: a family may have tens of thousands of accounts.
public record PromptFamily(
    String id, long[] skeleton, int prompts, int[] accounts, int[] sampled, long[] weights) {}
