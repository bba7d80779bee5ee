package io.iolaus.core.prompt;

/// Prompts that are fills of one skeleton.
///
/// @param id stable: derived from the skeleton alone
/// @param skeleton the shingles that recur, ascending
/// @param prompts how many distinct sampled prompts belong to it
/// @param accounts indices of the accounts that sent them, ascending
/// @param sampled for each of these accounts, how many of its sampled prompts belong to it
/// @param weights for each of these accounts, the exchanges with these prompts
public record PromptFamily(
    String id, long[] skeleton, int prompts, int[] accounts, int[] sampled, long[] weights) {}
