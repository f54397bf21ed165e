//! The interpreter: lowered instructions until the process yields, waits or ends.
//!
//! One file a family of instructions; this one is the loop. A handler takes the state by value and returns the next
//! one. It checks before it changes anything, so that a slow path (a collection, a larger integer) can be taken and
//! the instruction tried again. Invariant: no instruction touches the world outside.
//! Deliberately absent: which process runs next (`run`).
#![expect(unsafe_code, reason = "handlers run only on instructions that `lower` emitted")]

/// Declares handlers of instructions: `name(state) { … }` gives the next state. `hot` ones become part of the loop;
/// `cold` ones are functions that the loop calls through [`State::outside`].
macro_rules! handlers {
    ($($(#[doc = $doc:literal])* $heat:ident $name:ident($state:ident) $body:block)*) => {$(
        $(#[doc = $doc])*
        #[inline(always)]
        pub(in crate::interp) unsafe fn $name($state: State) -> State {
            handlers! { @$heat $state $body }
        }
    )*};
    (@hot $state:ident $body:block) => {
        // SAFETY: the instruction is this handler's, so it has the parts read here (invariant of `State`);
        // terms made or followed here are used before anything collects.
        unsafe { $body }
    };
    (@cold $state:ident $body:block) => {
        $state.outside(move |$state| {
            // SAFETY: as above.
            unsafe { $body }
        })
    };
}

mod arithmetic;
mod bits;
mod calls;
mod compare;
mod data;
mod exceptions;
mod float;
mod frames;
mod maps;
mod messages;
mod moves;
mod native;
mod select;
pub mod state;
mod tests_of_type;
mod trace;

use crate::heap::Parcel;
use crate::lower::Op;
use crate::process::Process;
use crate::sched::System;
use crate::term::Word;

pub use state::{Machine, State};
pub use trace::stack_trace;

/// Reductions of a slice.
pub const SLICE: isize = if cfg!(feature = "stress") { 1 } else { 4000 };

/// Why the interpreter was left.
#[derive(Debug)]
pub enum Exit {
    /// The slice is over, or the process gave the rest up.
    Yielded,
    /// The process waits for a signal or a time.
    Waiting,
    /// The process ended: with this value of its first function, or this reason.
    Ended(Ending),
    /// The machine is to stop.
    Halted,
}

/// How a process ended.
#[derive(Debug)]
pub enum Ending {
    /// Its first function returned this.
    Returned(Parcel),
    /// An exit signal, or `exit/1`, with this reason.
    Exited(Parcel),
    /// An exception nobody caught: the exit reason `{Reason, Stacktrace}` that links see.
    Crashed(Parcel),
}

/// What a slice came to.
#[derive(Debug)]
pub struct Slice {
    /// Why it ended.
    pub exit: Exit,
    /// Reductions it took.
    pub reductions: u32,
}

impl Machine {
    /// Runs a process for a slice. It is where it goes on (or, if it ended, to be ended by `System::terminate`).
    pub fn run_slice(&mut self, system: &System, process: &Process) -> Slice {
        self.process = process;
        self.system = system;
        self.withheld = 0;
        // SAFETY: `resume` is where this interpreter left the process, or the entry it was started with; the heap is
        // its own, and nobody else touches it in this slice.
        unsafe {
            let state = self.enter(process);
            run(state.ip, state.machine, state.hp, state.sp, state.reductions);
            let state = State::left_behind(self);
            (*process.heap()).set_tops(state.hp, state.sp);
            let left = (state.reductions + self.withheld).max(0);
            Slice {
                exit: core::mem::replace(&mut self.exit, Exit::Yielded),
                reductions: (SLICE - left).max(1) as u32,
            }
        }
    }

    /// # Safety
    /// As in `run_slice`.
    unsafe fn enter(&mut self, process: &Process) -> State {
        let registers = process.resume.registers.take();
        self.x[..registers.len()].copy_from_slice(&registers);
        // SAFETY: the caller's promise.
        let heap = unsafe { &mut *process.heap() };
        let (hp, sp) = heap.tops();
        let state = State { ip: process.resume.ip.get(), machine: self, hp, sp, reductions: SLICE };
        if frames::may_collect(state) {
            // SAFETY: the live registers are those that were saved.
            unsafe { frames::collect(state, 0, registers.len()) }
        } else {
            state
        }
    }
}

macro_rules! dispatch {
    ($state:ident; $($op:ident => $handler:path,)*) => {
        match core::mem::transmute::<u8, Op>(*$state.ip.cast::<u8>()) {
            Op::Exit => return $state.leave_behind(),
            $(Op::$op => $handler($state),)*
        }
    };
}

/// # Safety
/// The state is that of a process where it goes on.
#[inline(never)]
#[expect(clippy::too_many_lines, reason = "a list: one line an instruction")]
unsafe fn run(ip: *const u32, machine: *mut Machine, hp: *mut Word, sp: *mut Word, reductions: isize) {
    // The parts come one by one: a struct would come by reference, and stay in memory.
    let mut state = State { ip, machine, hp, sp, reductions };
    loop {
        // SAFETY: every handler keeps the invariant of `State`; the opcode byte is one that `lower` emitted, and so
        // one of the enum's.
        state = unsafe {
            dispatch! { state;
                FuncInfo => exceptions::func_info,
                MoveXX => moves::move_xx,
                MoveXY => moves::move_xy,
                MoveYX => moves::move_yx,
                MoveXC => moves::move_xc,
                MoveYC => moves::move_yc,
                MoveXP => moves::move_xp,
                Move => moves::move_,
                MoveXXMoveXX => moves::move_xx_move_xx,
                MoveXYMoveXY => moves::move_xy_move_xy,
                MoveYXMoveYX => moves::move_yx_move_yx,
                SwapXX => moves::swap_xx,
                Swap => moves::swap,
                MoveXXCall => calls::move_xx_call,
                MoveXYCall => calls::move_xy_call,
                MoveXXCallOnly => calls::move_xx_call_only,
                MoveXXReturn => calls::move_xx_return,
                MoveXCReturn => calls::move_xc_return,
                Call => calls::call,
                CallOnly => calls::call_only,
                CallExt => calls::call_ext,
                CallExtOnly => calls::call_ext_only,
                CallExtLast => calls::call_ext_last,
                CallNative => native::call_native,
                CallNativeOnly => native::call_native_only,
                CallNativeLast => native::call_native_last,
                NativeBody => native::native_body,
                UndefinedBody => native::undefined_body,
                UnloadedLambda => native::unloaded_lambda,
                CallFun => calls::call_fun,
                CallFunSrc => calls::call_fun_source,
                Apply => calls::apply,
                ApplyLast => calls::apply_last,
                Return => calls::return_,
                Deallocate => frames::deallocate,
                DeallocateReturn => frames::deallocate_return,
                Finished => exceptions::finished,
                Allocate => frames::allocate,
                AllocateHeap => frames::allocate_heap,
                AllocateWide => frames::allocate_wide,
                TestHeap => frames::test_heap,
                TestHeapWide => frames::test_heap_wide,
                Trim => frames::trim,
                ClearFrame => frames::clear_frame,
                IsCellX => tests_of_type::is_cell_x,
                IsNilX => tests_of_type::is_nil_x,
                IsListX => tests_of_type::is_list_x,
                IsAtomX => tests_of_type::is_atom_x,
                IsIntegerX => tests_of_type::is_integer_x,
                IsTupleX => tests_of_type::is_tuple_x,
                IsTupleArityX => tests_of_type::is_tuple_arity_x,
                IsTaggedTupleX => tests_of_type::is_tagged_tuple_x,
                TypeTest => tests_of_type::type_test,
                IsTupleArity => tests_of_type::is_tuple_arity,
                IsTaggedTuple => tests_of_type::is_tagged_tuple,
                IsFunctionArity => tests_of_type::is_function_arity,
                IsEqExactXC => compare::is_eq_exact_xc,
                IsNeExactXC => compare::is_ne_exact_xc,
                IsEqExactX => compare::is_eq_exact_x,
                IsNeExactX => compare::is_ne_exact_x,
                IsLtXX => compare::is_lt_xx,
                IsGeXX => compare::is_ge_xx,
                IsLtXC => compare::is_lt_xc,
                IsGeXC => compare::is_ge_xc,
                IsLtCX => compare::is_lt_cx,
                IsGeCX => compare::is_ge_cx,
                Compare => compare::compare,
                Select => select::select,
                SelectX => select::select_x,
                JumpTable => select::jump_table,
                SelectArity => select::select_arity,
                Jump => select::jump,
                GetListXXX => data::get_list_xxx,
                IsCellGetListX => data::is_cell_get_list_x,
                GetListXYX => data::get_list_xyx,
                IsCellAllocateGetListX => data::is_cell_allocate_get_list_x,
                GetHdXX => data::get_hd_xx,
                GetTlXX => data::get_tl_xx,
                GetList => data::get_list,
                GetHd => data::get_hd,
                GetTl => data::get_tl,
                PutListXXX => data::put_list_xxx,
                PutList => data::put_list,
                TestHeapPutListXXX => data::test_heap_put_list_xxx,
                PutListYXX => data::put_list_yxx,
                PutListYXXReturn => data::put_list_yxx_return,
                GetElementXX => data::get_element_xx,
                GetElementXY => data::get_element_xy,
                GetElementYX => data::get_element_yx,
                GetElementsXX => data::get_elements_xx,
                GetElement => data::get_element,
                PutTuple => data::put_tuple,
                SetElement => data::set_element,
                UpdateRecord => data::update_record,
                AddXXC => arithmetic::add_xxc,
                SubXXC => arithmetic::sub_xxc,
                AddXXX => arithmetic::add_xxx,
                SubXXX => arithmetic::sub_xxx,
                MulXXX => arithmetic::mul_xxx,
                AddXYC => arithmetic::add_xyc,
                SubXYC => arithmetic::sub_xyc,
                AddXYX => arithmetic::add_xyx,
                AddXXY => arithmetic::add_xxy,
                SubXYX => arithmetic::sub_xyx,
                BandXXC => arithmetic::band_xxc,
                RemXXC => arithmetic::rem_xxc,
                DivXXC => arithmetic::div_xxc,
                BsrXXC => arithmetic::bsr_xxc,
                Arithmetic => arithmetic::arithmetic,
                Guard0 => native::guard0,
                Guard1 => native::guard1,
                Guard2 => native::guard2,
                Guard3 => native::guard3,
                FloatLoad => float::load,
                FloatStore => float::store,
                FloatMove => float::move_,
                FloatConvert => float::convert,
                FloatAdd => float::add,
                FloatSub => float::subtract,
                FloatMul => float::multiply,
                FloatDiv => float::divide,
                FloatNegate => float::negate,
                Catch => exceptions::catch,
                CatchEnd => exceptions::catch_end,
                TryEnd => exceptions::try_end,
                TryCase => exceptions::try_case,
                Badmatch => exceptions::badmatch,
                CaseEnd => exceptions::case_end,
                TryCaseEnd => exceptions::try_case_end,
                Badrecord => exceptions::badrecord,
                IfEnd => exceptions::if_end,
                Raise => exceptions::raise_again,
                RawRaise => exceptions::raw_raise,
                BuildStacktrace => exceptions::build_stacktrace,
                Send => messages::send,
                LoopRec => messages::loop_rec,
                RemoveMessage => messages::remove_message,
                LoopRecEnd => messages::loop_rec_end,
                Wait => messages::wait,
                WaitTimeout => messages::wait_timeout,
                Timeout => messages::timeout,
                MarkerReserve => messages::marker_reserve,
                MarkerBind => messages::marker_bind,
                MarkerClear => messages::marker_clear,
                MarkerUse => messages::marker_use,
                MakeFun => data::make_fun,
                GetMapElements => maps::get_map_elements,
                HasMapFields => maps::has_map_fields,
                PutMapAssoc => maps::put_map_assoc,
                PutMapExact => maps::put_map_exact,
                BsStart => bits::start,
                BsGet => bits::get,
                BsSkip => bits::skip,
                BsGetUtf => bits::get_utf,
                BsSkipUtf => bits::skip_utf,
                BsTestTail => bits::test_tail,
                BsTestUnit => bits::test_unit,
                BsEnsure => bits::ensure,
                BsMatchString => bits::match_string,
                BsMatchInteger => bits::match_integer,
                BsGetTail => bits::get_tail,
                BsGetPosition => bits::get_position,
                BsSetPosition => bits::set_position,
                BsContextToBinary => bits::context_to_binary,
                BsCreate => bits::create,
                BsInit => bits::init,
                BsAppend => bits::append,
                BsPut => bits::put,
                BsPutString => bits::put_string,
                BsUtfSize => bits::utf_size,
                BsAdd => bits::add,
                BsInitWritable => bits::init_writable,
            }
        };
    }
}
