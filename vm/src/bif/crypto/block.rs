//! Block ciphers by name: one block at a time.
//!
//! Invariant: blocks are as long as [`Block::size`] says, or nothing is done.

use alloc::boxed::Box;

use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};

/// A block cipher with its key.
pub(super) enum Block {
    Aes128(Box<aes::Aes128>),
    Aes192(Box<aes::Aes192>),
    Aes256(Box<aes::Aes256>),
    Des(Box<des::Des>),
    Des3(Box<des::TdesEde3>),
}

impl Block {
    /// The AES of a key's length.
    pub fn aes(key: &[u8]) -> Option<Block> {
        Some(match key.len() {
            16 => Block::Aes128(Box::new(KeyInit::new_from_slice(key).ok()?)),
            24 => Block::Aes192(Box::new(KeyInit::new_from_slice(key).ok()?)),
            32 => Block::Aes256(Box::new(KeyInit::new_from_slice(key).ok()?)),
            _ => return None,
        })
    }

    pub fn des(key: &[u8]) -> Option<Block> {
        Some(Block::Des(Box::new(KeyInit::new_from_slice(key).ok()?)))
    }

    pub fn des3(key: &[u8]) -> Option<Block> {
        Some(Block::Des3(Box::new(KeyInit::new_from_slice(key).ok()?)))
    }

    /// Bytes of a block.
    pub fn size(&self) -> usize {
        match self {
            Block::Aes128(_) | Block::Aes192(_) | Block::Aes256(_) => 16,
            Block::Des(_) | Block::Des3(_) => 8,
        }
    }

    pub fn encrypt(&self, block: &mut [u8]) {
        match self {
            Block::Aes128(cipher) => with(block, |block| cipher.encrypt_block(block)),
            Block::Aes192(cipher) => with(block, |block| cipher.encrypt_block(block)),
            Block::Aes256(cipher) => with(block, |block| cipher.encrypt_block(block)),
            Block::Des(cipher) => with(block, |block| cipher.encrypt_block(block)),
            Block::Des3(cipher) => with(block, |block| cipher.encrypt_block(block)),
        }
    }

    pub fn decrypt(&self, block: &mut [u8]) {
        match self {
            Block::Aes128(cipher) => with(block, |block| cipher.decrypt_block(block)),
            Block::Aes192(cipher) => with(block, |block| cipher.decrypt_block(block)),
            Block::Aes256(cipher) => with(block, |block| cipher.decrypt_block(block)),
            Block::Des(cipher) => with(block, |block| cipher.decrypt_block(block)),
            Block::Des3(cipher) => with(block, |block| cipher.decrypt_block(block)),
        }
    }
}

fn with<N: aes::cipher::array::ArraySize>(block: &mut [u8], act: impl FnOnce(&mut Array<u8, N>)) {
    if let Ok(block) = <&mut Array<u8, N>>::try_from(block) {
        act(block);
    }
}
