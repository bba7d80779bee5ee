/// How well and how fast prompts of one template are told from others, beside what is usually done.
@NullMarked
package io.iolaus.bench.prompt;

import org.jspecify.annotations.NullMarked;
