/// Who may do what here: roles, names, passwords, second factors and tokens, and how their secrets
/// are sealed.
@NullMarked
package io.iolaus.core.access;

import org.jspecify.annotations.NullMarked;
