//! Four numbers in single precision, reckoned with at once.
//!
//! Each of the four is added, subtracted, multiplied and divided as IEEE 754 says, natively as in the browser: the same bits. In
//! the browser they are a vector of WebAssembly (`simd128`: Chrome 91, Firefox 89, Safari 16.4). The feature is named at the
//! functions that use it, so no flag is needed to build.

use std::ops::{Add, Div, Mul, Sub};

#[cfg(target_arch = "wasm32")]
use std::arch::wasm32::{
    f32x4, f32x4_add, f32x4_div, f32x4_extract_lane as lane, f32x4_mul, f32x4_splat, f32x4_sub, v128,
};

#[cfg(target_arch = "wasm32")]
#[derive(Clone, Copy)]
pub(super) struct Four(v128);

#[cfg(target_arch = "wasm32")]
impl Four {
    #[inline]
    #[target_feature(enable = "simd128")]
    pub(super) fn of([first, second, third, fourth]: [f32; 4]) -> Four {
        Four(f32x4(first, second, third, fourth))
    }

    /// The same four times.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub(super) fn all(number: f32) -> Four {
        Four(f32x4_splat(number))
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(super) fn numbers(self) -> [f32; 4] {
        [lane::<0>(self.0), lane::<1>(self.0), lane::<2>(self.0), lane::<3>(self.0)]
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy)]
#[repr(align(16))]
pub(super) struct Four([f32; 4]);

#[cfg(not(target_arch = "wasm32"))]
impl Four {
    #[inline(always)]
    pub(super) fn of(numbers: [f32; 4]) -> Four {
        Four(numbers)
    }

    /// The same four times.
    #[inline(always)]
    pub(super) fn all(number: f32) -> Four {
        Four([number; 4])
    }

    #[inline(always)]
    pub(super) fn numbers(self) -> [f32; 4] {
        self.0
    }
}

/// One operation: its trait and function, the vector's instruction, and the sign for one number.
macro_rules! operation {
    ($trait:ident, $function:ident, $instruction:ident, $sign:tt) => {
        impl $trait for Four {
            type Output = Four;

            #[cfg(target_arch = "wasm32")]
            #[inline]
            #[target_feature(enable = "simd128")]
            fn $function(self, other: Four) -> Four {
                Four($instruction(self.0, other.0))
            }

            #[cfg(not(target_arch = "wasm32"))]
            #[inline(always)]
            fn $function(self, Four(other): Four) -> Four {
                let Four(own) = self;
                Four([own[0] $sign other[0], own[1] $sign other[1], own[2] $sign other[2], own[3] $sign other[3]])
            }
        }
    };
}

operation!(Add, add, f32x4_add, +);
operation!(Sub, sub, f32x4_sub, -);
operation!(Mul, mul, f32x4_mul, *);
operation!(Div, div, f32x4_div, /);
