/// Cases that people work on: how far one is, how long it may take, and what may be written in it.
@NullMarked
package io.iolaus.core.cases;

import org.jspecify.annotations.NullMarked;
