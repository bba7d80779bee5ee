/// The user interface's static files.
@NullMarked
package io.iolaus.api.page;

import org.jspecify.annotations.NullMarked;
