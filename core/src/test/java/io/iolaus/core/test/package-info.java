/// How well prompts of one template are found, for the tests here and the measurements of `bench`.
@NullMarked
package io.iolaus.core.test;

import org.jspecify.annotations.NullMarked;
