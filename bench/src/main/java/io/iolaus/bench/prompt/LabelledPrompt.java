package io.iolaus.bench.prompt;

import io.iolaus.core.test.KnownPrompt;

/// A prompt whose template is known.
///
/// @param template its template's number; negative for a prompt that has none
/// @param account who sent it
record LabelledPrompt(int template, int account, String language, String text)
    implements KnownPrompt {}
