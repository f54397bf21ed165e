//! Writing to a board and listening to it: the room, not furnished yet.
//!
//! What will live here, each a file: `chip` (chips as data), `layout` (where a pack goes in flash), `esp`,
//! `stm32` and `pico` (one way of writing each), `uf2` (the file a Pico's drive takes), `monitor` (the serial
//! console), `error`. The crate depends on no other of the workspace: it moves bytes and knows no terms.
#![forbid(unsafe_code)]
