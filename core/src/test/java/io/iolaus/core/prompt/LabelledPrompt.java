package io.iolaus.core.prompt;

import io.iolaus.core.test.KnownPrompt;

/// A prompt whose template is known.
///
/// @param template its template's number; negative for a prompt that has none
record LabelledPrompt(int template, int account, String text) implements KnownPrompt {}
