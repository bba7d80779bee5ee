/// Detection as a function of arrays: what is known of accounts and what they share becomes judged
/// clusters. Knows no database.
@NullMarked
package io.iolaus.core.detect;

import org.jspecify.annotations.NullMarked;
