/// From what accounts share to who belongs together: links, communities, profiles, members.
@NullMarked
package io.iolaus.core.resolve;

import org.jspecify.annotations.NullMarked;
