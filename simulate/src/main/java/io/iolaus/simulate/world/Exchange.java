package io.iolaus.simulate.world;

import org.jspecify.annotations.Nullable;

/// One exchange that is to be written; its text is drawn only then, from `textKey`.
///
/// @param at epoch milliseconds
/// @param client the program that called, as it names itself
/// @param count how many alike exchanges the line stands for
public record Exchange(
    Account account,
    long at,
    @Nullable String ip,
    Utterance utterance,
    long textKey,
    @Nullable String capability,
    @Nullable String model,
    @Nullable String client,
    int count) {}
