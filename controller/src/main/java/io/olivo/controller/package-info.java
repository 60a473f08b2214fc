/** placeholder. */
@NullMarked
package io.olivo.controller;

import org.jspecify.annotations.NullMarked;
