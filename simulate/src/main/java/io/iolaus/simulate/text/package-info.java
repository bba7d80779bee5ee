/// Prompts: a small phrase grammar, templates, and text in other languages.
@NullMarked
package io.iolaus.simulate.text;

import org.jspecify.annotations.NullMarked;
