/// Search over ids and names.
@NullMarked
package io.iolaus.api.search;

import org.jspecify.annotations.NullMarked;
