/// The user interface in a real browser, against a really running server on a real database.
@NullMarked
package io.iolaus.api.ui;

import org.jspecify.annotations.NullMarked;
