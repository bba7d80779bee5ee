package io.iolaus.core.prompt;

/// A prompt whose template is known.
///
/// @param template its template's number; negative for a prompt that has none
record LabelledPrompt(int template, int account, String text) {}
