/// The folder that holds one installation's state, and the secrets in it.
@NullMarked
package io.iolaus.cypher.home;

import org.jspecify.annotations.NullMarked;
