/**
 * AWS's wire formats: a request becomes an {@link io.holdfast.sandbox.wire.Input}, an ordered map becomes the bytes of an answer.
 *
 * <p>Knows formats, not services: nothing here says what an operation means. One tree of plain values stands for every protocol,
 * so that a service is written once and CloudWatch's three protocols cost three codecs, not three services.
 *
 * <p>Turned down: code generated from AWS's service models. It would check shapes for us, but the models are large, and the SDK on
 * the other end of the wire checks them already.
 */
package io.holdfast.sandbox.wire;
