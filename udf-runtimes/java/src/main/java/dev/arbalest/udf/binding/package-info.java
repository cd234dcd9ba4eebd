/** From annotated classes to functions that a server can call. Not part of the API. */
package dev.arbalest.udf.binding;
