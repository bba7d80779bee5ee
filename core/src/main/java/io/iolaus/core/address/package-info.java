/// Internet addresses and ranges: read strictly, written canonically, judged for what they can
/// show.
@NullMarked
package io.iolaus.core.address;

import org.jspecify.annotations.NullMarked;
