/** SQL types, Java types and Arrow fields, and how single values go in and out of vectors. Not part of the API. */
package dev.arbalest.udf.types;
