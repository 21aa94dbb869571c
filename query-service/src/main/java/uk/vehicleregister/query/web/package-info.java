/// What every endpoint shares: who may call, how far the answer reaches, and how a fault is told.
@NullMarked
package uk.vehicleregister.query.web;

import org.jspecify.annotations.NullMarked;
