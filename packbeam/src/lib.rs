//! Compiled Erlang at rest: the chunks of a `.beam` file and the `.avm` pack.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
