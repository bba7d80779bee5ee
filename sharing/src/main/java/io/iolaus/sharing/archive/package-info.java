/// Archives that prove by themselves that nothing in them was changed.
@NullMarked
package io.iolaus.sharing.archive;

import org.jspecify.annotations.NullMarked;
